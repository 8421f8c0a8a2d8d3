/** The name of the element in HTML. */
export const NAME = "hwbe-finder";
