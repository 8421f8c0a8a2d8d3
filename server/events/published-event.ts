import type { Event } from "../contract/event.ts";
import { vevent } from "../feeds/ical/vevent.ts";
import { fingerprint } from "../http/finished-bodies.ts";
import type { DocumentReader, SearchDocument } from "../search/search-document.ts";

/** An event as the service keeps it in memory: its finished JSON and VEVENT, and what search needs. */
export class PublishedEvent {
  readonly id: string;
  readonly slug: string;
  /** UTF-8, outside JavaScript's heap: ten thousand strings would be walked by every garbage collection. */
  readonly json: Buffer;
  /** The same with a comma before it, as it stands in a list. */
  readonly commaJson: Buffer;
  readonly vevent: Buffer;
  /** Changes with any of the above. */
  readonly fingerprint: string;
  readonly document: SearchDocument;
  /** The slug of the series that it belongs to. */
  readonly series: string | undefined;

  constructor(event: Event, reader: DocumentReader) {
    this.id = event.id;
    this.slug = event.slug;
    this.commaJson = Buffer.from(`,${JSON.stringify(event)}`);
    this.json = this.commaJson.subarray(1);
    this.vevent = Buffer.from(vevent(event));
    this.fingerprint = fingerprint(this.json);
    this.document = reader.read(event);
    this.series = event.series?.slug;
  }

  read(): Event {
    return JSON.parse(this.json.toString()) as Event;
  }
}
