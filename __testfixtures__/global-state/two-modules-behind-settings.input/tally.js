let total = 0;

export const totalSoFar = () => total;

export function count(step) {
  total += step === 1 ? 1 : 2;
}
