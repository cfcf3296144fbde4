import { assertEquals, assertInstanceOf, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { addPartitionsToTxn } from "../../src/protocol/messages/add_partitions_to_txn.ts";
import {
  apiVersions,
  type ApiVersionsResponse,
  apiVersionsServer,
} from "../../src/protocol/messages/api_versions.ts";
import { createTopics } from "../../src/protocol/messages/create_topics.ts";
import { fetch, fetchServer } from "../../src/protocol/messages/fetch.ts";
import { metadata, metadataServer } from "../../src/protocol/messages/metadata.ts";
import { produce, produceServer } from "../../src/protocol/messages/produce.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";

function catchError(run: () => unknown): ProtocolError {
  const error = assertThrows(run);
  assertInstanceOf(error, ProtocolError);
  return error;
}

Deno.test("ClientApi.encodeRequest() throws naming the field when it is set and the version lacks it", () => {
  const partitions = [{ partition: 0 }, { partition: 1, lastFetchedEpoch: 7 }];
  const error = catchError(() =>
    fetch.encodeRequest(new Writer(), { topics: [{ topic: "orders", partitions }] }, 11)
  );
  assertEquals(error.messageName, "FetchRequest");
  assertEquals(error.version, 11);
  assertEquals(error.field, "topics.partitions.lastFetchedEpoch");
  assertEquals(
    error.message,
    "Cannot encode FetchRequest v11 at topics.partitions.lastFetchedEpoch: " +
      "this version does not have the field",
  );
});

Deno.test("ClientApi.encodeRequest() accepts a field that the version lacks when it has its default", () => {
  const writer = new Writer();
  const partitions = [{ lastFetchedEpoch: -1 }];
  fetch.encodeRequest(writer, { topics: [{ topic: "orders", partitions }] }, 11);
  const request = fetchServer.decodeRequest(new Reader(writer.finish()), 11);
  assertEquals(request.topics[0].partitions[0].lastFetchedEpoch, -1);
});

Deno.test("ClientApi.encodeRequest() drops a field that the version lacks when it is ignorable", () => {
  const [withRack, without] = [{ rackId: "a" }, {}].map((request) => {
    const writer = new Writer();
    fetch.encodeRequest(writer, request, 10);
    return writer.finish();
  });
  assertEquals(withRack, without);
});

Deno.test("ClientApi.encodeRequest() throws for a tagged field that the version lacks", () => {
  const request = { replicaState: { replicaId: 3 } };
  const error = catchError(() => fetch.encodeRequest(new Writer(), request, 14));
  assertEquals(error.field, "replicaState.replicaId");
  fetch.encodeRequest(new Writer(), request, 15);
  fetch.encodeRequest(new Writer(), { replicaState: { replicaId: -1 } }, 14);
});

Deno.test("ClientApi.encodeRequest() throws for unknown tagged fields in a version without any", () => {
  const request = { topics: [], unknownTags: [{ tag: 9, data: new Uint8Array(1) }] };
  const error = catchError(() => metadata.encodeRequest(new Writer(), request, 8));
  assertEquals(error.field, "unknownTags");
  metadata.encodeRequest(new Writer(), request, 9);
});

Deno.test("ClientApi.encodeRequest() throws for null where the version does not allow it", () => {
  const error = catchError(() => metadata.encodeRequest(new Writer(), { topics: null }, 0));
  assertEquals(error.field, "topics");
  metadata.encodeRequest(new Writer(), { topics: null }, 1);
});

Deno.test("ClientApi.encodeRequest() throws naming the field when a value does not fit", () => {
  const topics = [{ name: "orders", replicationFactor: 3 }, {
    name: "x",
    replicationFactor: 40_000,
  }];
  const error = catchError(() => createTopics.encodeRequest(new Writer(), { topics }, 5));
  assertEquals(error.field, "topics.replicationFactor");
  assertEquals(
    error.message,
    "Cannot encode CreateTopicsRequest v5 at topics.replicationFactor: 40000 is not of type int16",
  );
});

Deno.test("ClientApi.encodeRequest() throws a ProtocolError when a struct is null", () => {
  const request = { topicData: [null as never] };
  const error = catchError(() => produce.encodeRequest(new Writer(), request, 9));
  assertEquals(error.field, "topicData");
});

Deno.test("ClientApi.encodeRequest() writes the schema's defaults for what is left out", () => {
  const writer = new Writer();
  fetch.encodeRequest(writer, {}, 11);
  const request = fetchServer.decodeRequest(new Reader(writer.finish()), 11);
  assertEquals(request, {
    clusterId: null,
    replicaId: -1,
    replicaState: { replicaId: -1, replicaEpoch: -1n },
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: 0x7fffffff,
    isolationLevel: 0,
    sessionId: 0,
    sessionEpoch: -1,
    topics: [],
    forgottenTopicsData: [],
    rackId: "",
  });
});

Deno.test("ClientApi and ServerApi throw for a version out of range", () => {
  for (const version of [2, 14, 9.5, -1, Number.NaN]) {
    const errors = [
      catchError(() => produce.encodeRequest(new Writer(), {}, version)),
      catchError(() => produce.decodeResponse(new Reader(new Uint8Array(99)), version)),
      catchError(() => produceServer.encodeResponse(new Writer(), {}, version)),
      catchError(() => produceServer.decodeRequest(new Reader(new Uint8Array(99)), version)),
    ];
    for (const error of errors) assertEquals(error.version, version);
  }
  const error = catchError(() => produce.encodeRequest(new Writer(), {}, 2));
  assertEquals(
    error.message,
    "Cannot encode ProduceRequest v2: the version must be an integer from 3 to 13",
  );
});

Deno.test("ClientApi.decodeResponse() throws naming message, version, field and offset", () => {
  const writer = new Writer();
  const replicaNodes = [1, 2, 3, 4, 5, 6];
  const partitions = [1, 2].map((partitionIndex) => ({ partitionIndex, replicaNodes }));
  metadataServer.encodeResponse(writer, { topics: [{ name: "orders", partitions }] }, 12);
  const bytes = writer.finish();
  // Behind the frame's other bytes, to see that the offset counts from the start of the body.
  const shifted = new Uint8Array(bytes.length + 5);
  shifted.set(bytes, 5);
  const error = catchError(() =>
    metadata.decodeResponse(new Reader(shifted, 5, shifted.length - 43), 12)
  );
  assertEquals(error.messageName, "MetadataResponse");
  assertEquals(error.version, 12);
  assertEquals(error.field, "topics.partitions.partitionIndex");
  assertEquals(error.offset, 82);
  assertEquals(
    error.message,
    "Cannot decode MetadataResponse v12 at offset 82 in topics.partitions.partitionIndex: " +
      "4 more bytes are needed, but only 3 are left",
  );
});

Deno.test("ClientApi.decodeResponse() leaves the reader behind the message", () => {
  const reader = new Reader(new Uint8Array([0, 0, 0, 0, 0, 0, 9, 9]));
  const response = apiVersions.decodeResponse(reader, 0);
  assertEquals([response.errorCode, reader.remaining], [0, 2]);
});

Deno.test("ServerApi.decodeRequest() throws for a known tag in a version that lacks it", () => {
  const writer = new Writer();
  fetch.encodeRequest(writer, { replicaState: { replicaId: 3 } }, 15);
  const older = new Writer();
  fetch.encodeRequest(older, {}, 14);
  const body = older.finish();
  body[body.length - 1] = 1;
  const withTag = new Uint8Array([...body, 1, 13, ...new Uint8Array(13)]);
  const error = catchError(() => fetchServer.decodeRequest(new Reader(withTag), 14));
  assertEquals(error.field, "unknownTags");
});

Deno.test("Tagged structs are written when they differ from the default, and only then", () => {
  const sizes = [{}, { leaderId: -1, leaderEpoch: -1 }, { leaderId: 1 }].map((currentLeader) => {
    const writer = new Writer();
    const partitionResponses = [{ index: 0, currentLeader }];
    produceServer.encodeResponse(writer, { responses: [{ partitionResponses }] }, 12);
    return writer.length;
  });
  assertEquals(sizes[0], sizes[1]);
  assertEquals(sizes[2] > sizes[1], true);
});

Deno.test("A decoded message is a valid input of the encoder", () => {
  const response: ApiVersionsResponse = apiVersions.decodeResponse(
    new Reader(new Uint8Array([0, 0, 1, 0, 0, 0, 0, 0])),
    3,
  );
  const writer = new Writer();
  apiVersionsServer.encodeResponse(writer, response, 3);
  assertEquals(writer.finish(), new Uint8Array([0, 0, 1, 0, 0, 0, 0, 0]));
});

Deno.test("Common structs serve every field that uses them", () => {
  const writer = new Writer();
  const topics = [{ name: "orders", partitions: [1, 2] }];
  addPartitionsToTxn.encodeRequest(writer, { transactions: [{ transactionalId: "t", topics }] }, 4);
  const single = new Writer();
  addPartitionsToTxn.encodeRequest(single, { v3AndBelowTopics: topics }, 3);
  assertEquals(writer.length > 0 && single.length > 0, true);
});
