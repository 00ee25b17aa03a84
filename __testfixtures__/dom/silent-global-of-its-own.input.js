var global = self;
if (typeof window === 'undefined') global.count = 1;
