import type { Event } from "../contract/event.ts";
import { vevent } from "../feeds/ical/vevent.ts";
import type { DocumentReader, SearchDocument } from "../search/search-document.ts";

/** An event as the service keeps it in memory: its finished JSON and VEVENT, and what search needs. */
export class PublishedEvent {
  readonly id: string;
  readonly slug: string;
  readonly json: string;
  readonly vevent: string;
  readonly document: SearchDocument;
  /** The slug of the series that it belongs to. */
  readonly series: string | undefined;

  constructor(event: Event, reader: DocumentReader) {
    this.id = event.id;
    this.slug = event.slug;
    this.json = JSON.stringify(event);
    this.vevent = vevent(event);
    this.document = reader.read(event);
    this.series = event.series?.slug;
  }

  read(): Event {
    return JSON.parse(this.json) as Event;
  }
}
