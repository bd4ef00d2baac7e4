import { webcrypto } from "node:crypto";
import { BasicOCSPResponse, OCSPRequest, OCSPResponse, ResponseData, SingleResponse } from "pkijs";

/**
 * What a responder does with pkijs: reads the request, fills in a response about its certificate, signs it. State and certificates are
 * taken from a response that is there already, nothing is looked up, and the OCSPResponse around it is left out: all in its favour.
 */
export async function pkijsResponder(responseDer: Uint8Array): Promise<(request: Uint8Array) => Promise<ArrayBuffer>> {
  const { privateKey } = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  const octets = OCSPResponse.fromBER(new Uint8Array(responseDer)).responseBytes?.response.valueBlock.valueHexView;
  const model = BasicOCSPResponse.fromBER(new Uint8Array(octets ?? []));
  const { responderID, responses } = model.tbsResponseData;
  const certStatus: unknown = responses[0]?.certStatus;
  return async (request) => {
    const thisUpdate = new Date();
    const asked = OCSPRequest.fromBER(new Uint8Array(request)).tbsRequest.requestList;
    const basic = new BasicOCSPResponse();
    basic.tbsResponseData = new ResponseData({
      responderID,
      producedAt: thisUpdate,
      responses: asked.map(({ reqCert }) => {
        const single = new SingleResponse({ certID: reqCert, thisUpdate });
        single.certStatus = certStatus;
        return single;
      }),
    });
    if (model.certs !== undefined) basic.certs = model.certs;
    await basic.sign(privateKey, "SHA-256");
    return basic.toSchema().toBER();
  };
}
