export { decodePkcs12, type Pkcs12, type Pkcs12Certificate, type Pkcs12Key } from "./pkcs12-decode.ts";
export { type EncodePkcs12Input, encodePkcs12 } from "./pkcs12-encode.ts";
