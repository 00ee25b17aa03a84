const root = typeof window === 'undefined' ? self : window;
root.count = 1;
if (typeof window !== 'undefined') window.count = 2;
if (typeof window === 'object' && window.count) console.log(window.count);
