export { readCsv } from './read.ts';
export { writeCsv, type CsvValue } from './write.ts';
