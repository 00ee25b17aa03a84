interface Sizes {
  local: number;
  session: number;
}

export const clearStorage = async (): Promise<number> => {
  let removed = 0;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const result = await browser.scripting.executeScript({
    target: { tabId: tab.id! },
    func: () => {
      const sizes = { local: localStorage.length, session: sessionStorage.length };
      localStorage.clear();
      sessionStorage.clear();
      return sizes;
    },
  });
  result.map(({ result }) => result as any).forEach((frame: Sizes) => {
    removed += frame.local + frame.session;
  });
  return removed;
};

export const titles = async (tabId: number): Promise<string[]> => {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => document.title,
  });
  return frames.map(({ result }) => result as any).map((title: string) => title.trim());
};
