interface Sizes {
  local: number;
  session: number;
}

export const clearStorage = async (): Promise<number> => {
  let removed = 0;
  const result = await browser.tabs.executeScript(undefined, {
    code: `const sizes = { local: localStorage.length, session: sessionStorage.length }; localStorage.clear(); sessionStorage.clear(); sizes;`,
  });
  result.forEach((frame: Sizes) => {
    removed += frame.local + frame.session;
  });
  return removed;
};

export const titles = async (tabId: number): Promise<string[]> => {
  const frames = await browser.tabs.executeScript(tabId, { code: 'document.title', allFrames: true });
  return frames.map((title: string) => title.trim());
};
