/** TLS 1.2 on the wire. @see RFC 5246 section 6.2.1 */
export const TLS12 = 0x0303;
