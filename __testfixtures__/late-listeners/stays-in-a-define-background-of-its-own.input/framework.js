export const defineBackground = (main) => setTimeout(main, 100);
