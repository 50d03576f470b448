// The one order of names in the browser, as components/base/collation.py has it.
export const BY_NAME = new Intl.Collator("de").compare;
