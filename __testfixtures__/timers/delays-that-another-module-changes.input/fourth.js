export { SOON } from './third.js';

let limit = () => 400;

chrome.tabs.onAttached.addListener(() => setTimeout(() => console.log('attached'), limit()));

export function raise(milliseconds) {
  limit = () => milliseconds;
}
