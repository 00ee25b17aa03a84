namespace chrome {
  export namespace tabs { export interface InjectDetails { file: string } }
}
const details: chrome.tabs.InjectDetails = { file: "" };
