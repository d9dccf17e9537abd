import { describe, expect, it } from 'vitest';
import { tourHref } from '../ui/addresses.ts';
import { destinationOf } from './reader-address.ts';

const TEXT = {
  id: 'hash',
  title: 'A text',
  language: 'en',
  sections: [{ id: 'one', heading: 'One', paragraphs: [{ id: 'one-1', text: '0123456789' }] }],
};

const read = (address: string) => destinationOf(new URL(address, 'https://recite.test'), TEXT);

describe('an address of the reader', () => {
  it('names a paragraph and the words cited in it', () => {
    expect(read('/read?mark=2-10#one-1')).toEqual({
      id: 'one-1',
      cited: { block: 'one-1', start: 2, end: 10 },
      tour: [],
    });
  });

  it('may have a tour of passages, of which the cited one is one', () => {
    const [first, second] = [
      { block: 'one-1', start: 0, end: 4 },
      { block: 'one-1', start: 5, end: 9 },
    ];
    const tour = tourHref([first, second], second);
    expect(read(tour)).toEqual({ id: 'one-1', cited: second, tour: [first, second] });
    expect(read('/read?mark=5-9&tour=one-1:0-4,nowhere:1-2,one-1:5-9#one-1').tour).toHaveLength(2);
    expect(read('/read?mark=5-9&tour=one-1:0-4#one-1').tour).toEqual([]);
    expect(read('/read?mark=5-9&tour=,:,one-1#one-1').tour).toEqual([]);
  });

  it('may name a place alone, or none', () => {
    expect(read('/read#one')).toEqual({ id: 'one', cited: null, tour: [] });
    expect(read('/read')).toEqual({ id: null, cited: null, tour: [] });
  });

  it.each([
    '/read?mark=2-11#one-1',
    '/read?mark=4-4#one-1',
    '/read?mark=5-4#one-1',
    '/read?mark=-1-4#one-1',
    '/read?mark=1.5-4#one-1',
    '/read?mark=1e0-4#one-1',
    '/read?mark=#one-1',
    '/read?mark=0-4#one',
    '/read?mark=0-4#two-1',
    '/read?mark=0-99999999999#one-1',
  ])('cites nothing in %s, and still leads to its place', (address) => {
    const { id, cited } = read(address);
    expect(cited).toBeNull();
    expect(id).toBe(address.split('#')[1]);
  });
});
