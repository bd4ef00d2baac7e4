import { userInfo } from "node:os";

/** A configuration of nginx that keeps all that it writes below one folder; `file` says where a name lies there. */
export function nginxConfig(file: (name: string) => string, servers: string): string {
  return `
    user ${userInfo().username};
    daemon off;
    pid ${file("nginx.pid")};
    error_log ${file("nginx.log")};
    events {}
    http {
      access_log off;
      client_body_temp_path ${file("temp")};
      proxy_temp_path ${file("temp")};
      fastcgi_temp_path ${file("temp")};
      uwsgi_temp_path ${file("temp")};
      scgi_temp_path ${file("temp")};
      ${servers}
    }`;
}
