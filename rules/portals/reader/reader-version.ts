/** Kept with every look at a page, so that it can be told what read it. Raised with each release in which the reader reads anything differently. */
export const READER_VERSION = '8';
