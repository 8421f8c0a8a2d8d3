import { crc32, deflateRawSync } from "node:zlib";

interface Part {
  name: string;
  content: Buffer;
  /** What the archive says of its length. */
  declared?: number;
}

/** A ZIP archive of these parts (APPNOTE.TXT). */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared = content.length } of parts) {
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(declared, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, place, Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** A cell of a workbook: text, a number, or a number that is shown as a date or a time. */
export type Cell = string | number | { serial: number };

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ""}${String.fromCharCode(65 + (index % 26))}`;
}

function cellXml(cell: Cell, address: string): string {
  if (typeof cell === "string") return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  return `<c r="${address}" s="1"><v>${cell.serial}</v></c>`;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** An Excel workbook of one sheet (ECMA-376). */
export function workbookOf(rows: readonly (readonly Cell[])[]): Buffer {
  const sheet = rows.map((row, y) => `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join("")}</row>`).join("");
  return workbookWith(`<sheetData>${sheet}</sheetData>`);
}

/** A workbook whose one sheet is this XML. */
export function workbookWith(sheet: string, declared?: number): Buffer {
  const part = (name: string, xml: string): Part => ({ name, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`) });
  return zipOf([
    part("[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"/>`),
    part("_rels/.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    part("xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>`),
    part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`),
    part("xl/styles.xml", `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`),
    { ...part("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`), ...(declared === undefined ? {} : { declared }) },
  ]);
}
