import { Reader } from "../../src/protocol/reader.ts";
import { uuidFromBytes, uuidToBytes } from "../../src/protocol/uuid.ts";
import {
  sizeOfUvarint,
  sizeOfUvarlong,
  sizeOfVarint,
  sizeOfVarlong,
} from "../../src/protocol/varint.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { ProtocolError } from "../../src/errors.ts";
import { checkGolden, fromHex, toHex } from "../helpers/golden.ts";

interface PrimitiveLine {
  readonly type: string;
  readonly value?: string;
  readonly hex: string;
  readonly outcome?: "ok" | "error";
  readonly consumed?: number;
}

/** How a primitive is read to the form of the vectors, written from it, and how many bytes it takes. */
interface Primitive {
  readonly read: (reader: Reader) => string;
  readonly write: (writer: Writer, value: string) => void;
  readonly size?: (value: string) => number;
}

/** A number as the vectors have it, up to the form of the exponent. */
function floatText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  unsignedVarint: {
    read: (reader) => String(reader.uvarint()),
    write: (writer, value) => writer.uvarint(Number(value)),
    size: (value) => sizeOfUvarint(Number(value)),
  },
  varint: {
    read: (reader) => String(reader.varint()),
    write: (writer, value) => writer.varint(Number(value)),
    size: (value) => sizeOfVarint(Number(value)),
  },
  unsignedVarlong: {
    read: (reader) => String(reader.uvarlong()),
    write: (writer, value) => writer.uvarlong(BigInt(value)),
    size: (value) => sizeOfUvarlong(BigInt(value)),
  },
  varlong: {
    read: (reader) => String(reader.varlong()),
    write: (writer, value) => writer.varlong(BigInt(value)),
    size: (value) => sizeOfVarlong(BigInt(value)),
  },
  uuid: {
    read: (reader) => {
      const start = reader.offset;
      const uuid = reader.uuid();
      const copy = uuidFromBytes(reader.bytes, start);
      if (copy !== uuid) throw new Error(`uuidFromBytes gives ${copy} instead of ${uuid}`);
      return uuid;
    },
    write: (writer, value) => {
      writer.uuid(value);
      const [bytes, written] = [toHex(uuidToBytes(value)), toHex(writer.finish())];
      if (bytes !== written) throw new Error(`uuidToBytes gives ${bytes} instead of ${written}`);
    },
  },
  float64: {
    read: (reader) => floatText(reader.float64()),
    write: (writer, value) => writer.float64(Number(value)),
  },
};

function checkPrimitive(line: PrimitiveLine): void {
  const [, decodeOnly, type] = /^(decode:)?(\w+)$/.exec(line.type) ?? [];
  const primitive = PRIMITIVES[type];
  const reader = new Reader(fromHex(line.hex));
  if (line.outcome === "error") {
    try {
      primitive.read(reader);
    } catch (error) {
      if (error instanceof ProtocolError) return;
      throw error;
    }
    throw new Error("was read");
  }
  const expected = line.value ?? "";
  const value = primitive.read(reader);
  if (value !== (type === "float64" ? floatText(Number(expected)) : expected)) {
    throw new Error(`read as ${value} instead of ${expected}`);
  }
  const consumed = line.consumed ?? line.hex.length / 2;
  if (reader.offset !== consumed) throw new Error(`${reader.offset} bytes instead of ${consumed}`);
  if (decodeOnly !== undefined) return;
  const writer = new Writer(1);
  primitive.write(writer, expected);
  const hex = toHex(writer.finish());
  if (hex !== line.hex) throw new Error(`written as ${hex}`);
  const size = primitive.size?.(expected) ?? consumed;
  if (size !== consumed) throw new Error(`size ${size} instead of ${consumed}`);
}

Deno.test("Reader and Writer agree with Java on primitives", () => {
  checkGolden<PrimitiveLine>(
    "primitives",
    checkPrimitive,
    ({ type, value, hex }) => `${type} ${value ?? ""} ${hex}`,
  );
});
