browser.proxy?.onError?.addListener(console.error);

if (typeof navigator.connection !== 'undefined') {
  console.log(navigator.connection.effectiveType);
}

new BroadcastChannel('notes').postMessage('started');

self.addEventListener('error', console.error);
