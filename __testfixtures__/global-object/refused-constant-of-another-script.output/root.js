const root = window;
const own = self;
root.count = 1;
own.count++;
