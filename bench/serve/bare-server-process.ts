import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/* A server that only keeps the processor busy for so many milliseconds a request: what it is asked to wait is the machine's. */
const [milliseconds = 0] = process.argv.slice(2).map(Number);
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    response.setHeader('content-type', 'application/json').end('{}');
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit());
