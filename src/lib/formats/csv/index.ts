export { writeCsv, type CsvValue } from './write.ts';
