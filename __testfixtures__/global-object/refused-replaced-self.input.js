var self = {};
let globalThis = {};
window.count = 1;
