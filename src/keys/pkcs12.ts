export { decodePkcs12, type Pkcs12 } from "./pkcs12-decode.ts";
export { encodePkcs12 } from "./pkcs12-encode.ts";
