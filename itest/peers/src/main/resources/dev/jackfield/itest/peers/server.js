// What the tests need of a server, by Node's http module: node server.js PORT FOLDER
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const zlib = require('zlib');

const [port, folder] = process.argv.slice(2);

const special = {
  '/moved': (request, response) => response.writeHead(302, { Location: '/file' }).end(),
  '/nothing': (request, response) => response.writeHead(204).end(),
  '/wrong': (request, response) => response.writeHead(500).end('wrong'),
  '/echo': (request, response) => {
    response.setHeader('X-Method', request.method);
    request.pipe(response);
  },
  '/chunked': (request, response) => {
    response.write('one ');
    response.write('two ');
    response.end('three');
  },
  '/trailers': (request, response) => {
    response.writeHead(200, { Trailer: 'X-Sum' });
    response.write('body');
    response.addTrailers({ 'X-Sum': '4' });
    response.end();
  },
  '/hints': (request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' }, () => response.end('hinted'));
  },
  '/text.txt': (request, response) => {
    const text = fs.readFileSync(path.join(folder, 'text.txt'));
    const coded = /gzip/.test(request.headers['accept-encoding'] || '');
    response.writeHead(200, coded ? { 'Content-Encoding': 'gzip' } : {});
    response.end(coded ? zlib.gzipSync(text) : text);
  },
};

function file(request, response) {
  const name = path.join(folder, path.normalize(request.url));
  fs.readFile(name, (missing, octets) => {
    if (missing) {
      response.writeHead(404).end('missing');
    } else {
      response.writeHead(200, { 'Content-Length': octets.length });
      response.end(request.method === 'HEAD' ? undefined : octets);
    }
  });
}

http.createServer((request, response) => (special[request.url] || file)(request, response)).listen(port, '127.0.0.1');
