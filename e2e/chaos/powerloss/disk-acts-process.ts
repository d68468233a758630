import fs from 'node:fs';
import path from 'node:path';

// Whatever Node does to a disk, once: what is recorded of it is played again and compared.

const root = process.argv[2] ?? '';
const at = (name: string) => path.join(root, name);
const bytes = (letter: string, count: number) => Buffer.from(letter.repeat(count));

fs.mkdirSync(at('deep/deeper'), { recursive: true });
fs.writeFileSync(at('deep/deeper/one'), bytes('a', 5000));
fs.writeFileSync(at('deep/two'), bytes('b', 3));
fs.appendFileSync(at('before'), bytes('c', 10));

const file = fs.openSync(at('parts'), 'w+');
fs.writeSync(file, bytes('d', 100));
fs.writevSync(file, [bytes('e', 10), bytes('f', 20)]);
fs.writevSync(file, [bytes('g', 5), bytes('h', 5)], 40);
fs.writeSync(file, bytes('i', 7), 0, 7, 300);
fs.ftruncateSync(file, 280);
fs.fsyncSync(file);
fs.closeSync(file);

fs.writeFileSync(at('large'), bytes('j', 300_000));
fs.copyFileSync(at('large'), at('copy'));
fs.cpSync(at('deep'), at('deep again'), { recursive: true });
fs.linkSync(at('copy'), at('other name'));
fs.appendFileSync(at('other name'), 'more');
fs.truncateSync(at('large'), 10);
fs.renameSync(at('parts'), at('deep/parts'));
fs.renameSync(at('deep/two'), at('deep/three'));
fs.renameSync(at('deep again'), at('moved'));
fs.rmSync(at('deep/deeper'), { recursive: true });
fs.unlinkSync(at('gone'));

// Many at once, on several threads: numbers of files that are closed are given to others at once.
await Promise.all(
  Array.from({ length: 12 }, async (_, number) => {
    await fs.promises.writeFile(at(`many-${number}`), `first ${number}`);
    await fs.promises.appendFile(at(`many-${number}`), `, second ${number}`);
    await fs.promises.rename(at(`many-${number}`), at(`moved/many-${number}`));
  }),
);
