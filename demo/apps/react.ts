import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import type { HwbeFinderEventMap } from "hwbe-finder";
import "hwbe-finder";

const TOPICS = [
  { slug: "", label: "Every topic" },
  { slug: "fatigue", label: "Tiredness" },
  { slug: "work", label: "Work" },
];

/** A small application: a choice of its own sets a property of the finder, and what the finder tells stands below it. */
function Events({ service }: { service: string }) {
  const [topic, setTopic] = useState("");
  const [read, setRead] = useState<string[]>([]);
  const onSelect = ({ detail }: HwbeFinderEventMap["hwbe-select"]) => setRead((titles) => [...titles, detail.title]);
  return createElement(
    "div",
    null,
    createElement(
      "p",
      null,
      createElement("label", { htmlFor: "topic" }, "Our team’s topic "),
      createElement(
        "select",
        { id: "topic", value: topic, onChange: ({ target }: { target: HTMLSelectElement }) => setTopic(target.value) },
        TOPICS.map(({ slug, label }) => createElement("option", { key: slug, value: slug }, label)),
      ),
    ),
    createElement("hwbe-finder", { feed: service, topic, pageSize: "5", "onhwbe-select": onSelect } as object),
    createElement("p", { role: "status" }, read.length > 0 ? `You have read: ${read.join("; ")}` : "You have read nothing yet."),
  );
}

const place = document.querySelector<HTMLElement>("#app");
if (place) createRoot(place).render(createElement(Events, { service: place.dataset.service ?? "" }));
