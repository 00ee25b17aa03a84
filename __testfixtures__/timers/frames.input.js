requestAnimationFrame(() => console.log('drawn'));
requestIdleCallback(() => console.log('idle'));
setImmediate(() => console.log('now'));
