const own = self;
const encode = own.btoa;
export const start = () => console.log(encode(own.count++));
