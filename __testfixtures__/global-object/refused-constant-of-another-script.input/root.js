const root = window;
const own = window;
root.count = 1;
own.count++;
