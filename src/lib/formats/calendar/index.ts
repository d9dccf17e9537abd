export { dailyReminder, type DailyReminder } from './write.ts';
