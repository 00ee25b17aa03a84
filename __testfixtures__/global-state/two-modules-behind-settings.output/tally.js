let total = 0;
export const stateRestored = chrome.storage.session.get({ total }).then((saved) => {
  total = saved.total;
}).catch(console.error);

export const totalSoFar = () => total;

export function count(step) {
  total += step === 1 ? 1 : 2;
  chrome.storage.session.set({ total });
}
