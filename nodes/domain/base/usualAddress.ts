const LONGEST = 2048;

/** What nearly all web addresses look like; for them the URL parser is spared. */
const USUAL = /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}(?:[/?#][\w/?#&=.~+-]*)?$/;

/** Whether a text is surely a web address with a host that has a dot, without rare signs. */
export const isUsualAddress = (text: string): boolean => text.length <= LONGEST && USUAL.test(text);
