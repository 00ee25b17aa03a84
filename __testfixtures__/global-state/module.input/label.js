export const label = 'tabs';
