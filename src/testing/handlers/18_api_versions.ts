/**
 * ApiVersions: what this broker speaks.
 *
 * @module
 */

import {
  apiVersions,
  type ApiVersionsRequest,
  type ApiVersionsResponseInput,
  apiVersionsServer,
  type SupportedFeatureKeyInput,
} from "../../protocol/messages/api_versions.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** What KIP-511 allows in the name and version of a client. */
const SOFTWARE = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;

const SUPPORTED: readonly Required<
  Pick<SupportedFeatureKeyInput, "name" | "minVersion" | "maxVersion">
>[] = [
  { name: "metadata.version", minVersion: 7, maxVersion: 30 },
  { name: "transaction.version", minVersion: 0, maxVersion: 2 },
];

/** Serves ApiVersions. */
export const apiVersionsHandler: ApiHandler = serve({
  server: apiVersionsServer,
  client: apiVersions,
}, handle);

function handle(request: ApiVersionsRequest, context: RequestContext): ApiVersionsResponseInput {
  const { cluster, version } = context;
  if (
    version >= 3 &&
    !(SOFTWARE.test(request.clientSoftwareName) && SOFTWARE.test(request.clientSoftwareVersion))
  ) {
    return { errorCode: ErrorCodes.INVALID_REQUEST };
  }
  return {
    apiKeys: cluster.advertisedApis(),
    // Clients of version 3 cannot have features that begin at 0 (KIP-1022).
    supportedFeatures: version >= 4 ? SUPPORTED : SUPPORTED.filter((each) => each.minVersion > 0),
    finalizedFeaturesEpoch: 1n,
    finalizedFeatures: [
      { name: "metadata.version", minVersionLevel: 30, maxVersionLevel: 30 },
      { name: "transaction.version", minVersionLevel: 2, maxVersionLevel: 2 },
    ],
  };
}
