import { SPANS, type Span } from "../wording/spans.ts";

export const SPAN_NAMES: Readonly<Record<Span, string>> = {
  today: "Today",
  tomorrow: "Tomorrow",
  week: "This week",
  weekend: "This weekend",
  "four-weeks": "Next 4 weeks",
};

export function isSpan(value: string | null): value is Span {
  return SPANS.some((span) => span === value);
}
