/**
 * The one file with code of others in it: n8n gives its nodes no library for telephone numbers, so
 * the build puts libphonenumber-js (MIT), with its smallest table of all countries, into this file.
 */
export { parsePhoneNumberFromString as parseWithCountry } from 'libphonenumber-js/min';
