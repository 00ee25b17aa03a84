if (typeof WebAssembly === 'undefined') document.body.append('Your browser has no WebAssembly.');
