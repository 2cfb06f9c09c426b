// The servers listen on every interface unless told otherwise: every listener of this process is put on 127.0.0.1.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (where, ...rest) {
  if (typeof where === 'object' && where?.port !== undefined) {
    return listen.call(this, { ...where, host: '127.0.0.1' }, ...rest);
  }
  if (/^\d+$/.test(String(where))) {
    return listen.call(this, Number(where), '127.0.0.1', rest.find((one) => typeof one === 'function'));
  }
  return listen.call(this, where, ...rest);
};
