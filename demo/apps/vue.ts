import { createApp, defineComponent, h, ref } from "vue";
import type { HwbeFinderEventMap } from "hwbe-finder";
import "hwbe-finder";

const TOPICS = [
  { slug: "", label: "Every topic" },
  { slug: "fatigue", label: "Tiredness" },
  { slug: "work", label: "Work" },
];

/** A small application: a choice of its own sets a property of the finder, and what the finder tells stands below it. */
const Events = defineComponent({
  props: { service: { type: String, required: true } },
  setup(props) {
    const topic = ref("");
    const read = ref<string[]>([]);
    const onSelect = ({ detail }: HwbeFinderEventMap["hwbe-select"]) => read.value.push(detail.title);
    const onChange = ({ target }: Event) => (topic.value = target instanceof HTMLSelectElement ? target.value : "");
    return () =>
      h("div", [
        h("p", [
          h("label", { for: "topic" }, "Our team’s topic "),
          h("select", { id: "topic", value: topic.value, onChange }, TOPICS.map(({ slug, label }) => h("option", { key: slug, value: slug }, label))),
        ]),
        h("hwbe-finder", { feed: props.service, topic: topic.value, pageSize: "5", onHwbeSelect: onSelect }),
        h("p", { role: "status" }, read.value.length > 0 ? `You have read: ${read.value.join("; ")}` : "You have read nothing yet."),
      ]);
  },
});

const place = document.querySelector<HTMLElement>("#app");
if (place) createApp(Events, { service: place.dataset.service ?? "" }).mount(place);
