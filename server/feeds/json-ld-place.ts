import type { Event } from "../contract/event.ts";
import type { Venue } from "../contract/venue.ts";
import { FIXED_LABELS } from "../contract/vocabulary.ts";

type Properties = Record<string, unknown>;

function feature(name: string, value: boolean | string | null): Properties[] {
  return value === null ? [] : [{ "@type": "LocationFeatureSpecification", name, value }];
}

function amenities({ access, transport }: Venue): Properties[] {
  return [
    ...feature(FIXED_LABELS.access["step-free"], access.stepFree),
    ...feature(FIXED_LABELS.access["hearing-loop"], access.hearingLoop),
    ...feature("Accessible toilet", access.accessibleToilet),
    ...feature("Parking", transport.parking),
    ...feature("Blue Badge parking", transport.blueBadge),
  ];
}

/** A venue as schema.org's `Place`, with its access as `amenityFeature`. A fact that is not known is left out. */
export function place(venue: Venue): Properties {
  const amenityFeature = amenities(venue);
  return {
    "@type": "Place",
    name: venue.name,
    address: {
      "@type": "PostalAddress",
      streetAddress: venue.address,
      ...(venue.borough && { addressLocality: "London", addressRegion: venue.borough.label }),
      postalCode: venue.postcode,
      addressCountry: "GB",
    },
    geo: { "@type": "GeoCoordinates", latitude: venue.latitude, longitude: venue.longitude },
    ...(amenityFeature.length > 0 && { amenityFeature }),
  };
}

/** Where an event that nobody travels to is found: its own page, which tells how to get a place. */
export function virtualLocation({ format, url }: Event): Properties {
  return { "@type": "VirtualLocation", name: format === "phone" ? FIXED_LABELS.format.phone : FIXED_LABELS.format.online, url };
}
