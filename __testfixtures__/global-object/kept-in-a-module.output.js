var own = self;
const later = own.setTimeout;
export const start = () => later(() => own.count++, 5);
