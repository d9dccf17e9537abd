import { describe, expect, it } from 'vitest';
import { greeting, lanAddresses } from '../../src/server/greeting.js';
import { parseOptions } from '../../src/server/options.js';

describe('the options', () => {
  const value = (parameters: string[], environment: Record<string, string>) => {
    const options = parseOptions(parameters, environment);
    return options.ok ? options.value : options.error.message;
  };

  it('are our own machine and port 4173 unless told otherwise', () => {
    expect(value([], {})).toEqual({ host: '127.0.0.1', port: 4173 });
    expect(value([], { PORT: '8080', HOST: '::1' })).toEqual({ host: '::1', port: 8080 });
    expect(value(['--lan'], { PORT: '0' })).toEqual({ host: '0.0.0.0', port: 0 });
    expect(value([], { RECITE_LAN: '1' })).toEqual({ host: '0.0.0.0', port: 4173 });
  });

  it.each(['65536', '-1', '80.5', '1e3', 'x', '0x50'])('refuse the port %s', (port) => {
    expect(value([], { PORT: port })).toContain('PORT must be a number');
  });

  it('refuse what they do not know', () => {
    expect(value(['--wan'], {})).toContain('Unknown argument: --wan');
  });
});

describe('the greeting', () => {
  it('names our own machine only', () => {
    expect(greeting({ host: '127.0.0.1', port: 4173, colour: false })).toBe(
      'Recite is at http://localhost:4173/',
    );
    expect(greeting({ host: '::1', port: 1, colour: false })).toBe('Recite is at http://[::1]:1/');
  });

  it('gives the teacher an address of their own, and says what phones need', () => {
    const own = greeting({ host: '127.0.0.1', port: 4173, colour: false, secret: 'abc' });
    expect(own).toContain('http://localhost:4173/host#abc (for the teacher alone)');
    expect(own).toContain('npm start -- --lan');
    const lan = greeting({ host: '0.0.0.0', port: 4173, colour: false, secret: 'abc' }, [
      '10.0.0.2',
    ]);
    expect(lan).not.toContain('npm start');
    expect(lan).toMatch(/1\. On this machine, open .*\n.*2\. Choose .*\n.*3\. Put the board/);
    // What phones are pointed to has no secret in it.
    expect(lan.match(/abc/g)).toHaveLength(1);
  });

  it('shows the network where to point a phone, and what it cannot do there', () => {
    const text = greeting({ host: '0.0.0.0', port: 4173, colour: false }, [
      '192.168.1.5',
      '10.0.0.2',
    ]);
    expect(text).toContain('http://localhost:4173/');
    expect(text).toContain('In this network it is at http://192.168.1.5:4173/');
    expect(text).toContain('or at http://10.0.0.2:4173/');
    expect(text).toMatch(/█▄▄▄█/);
    expect(text).toContain('cannot install Recite');
  });

  it('says where there is no network', () => {
    expect(greeting({ host: '0.0.0.0', port: 1, colour: false }, [])).toContain('no network');
  });

  it('puts home networks first and the bridges of containers last', () => {
    const at = (address: string, internal = false) => [
      { address, internal, family: 'IPv4' as const, netmask: '', mac: '', cidr: null },
    ];
    const interfaces = {
      lo: at('127.0.0.1', true),
      docker0: at('172.17.0.1'),
      eth0: at('203.0.113.9'),
      wlan0: at('192.168.1.5'),
    };
    expect(lanAddresses(interfaces)).toEqual(['192.168.1.5', '203.0.113.9', '172.17.0.1']);
  });
});
