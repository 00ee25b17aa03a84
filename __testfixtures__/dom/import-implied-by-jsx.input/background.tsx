/** @jsx h */
import { h } from './h';

chrome.runtime.onMessage.addListener((text: string) => console.log(<b title={text} />));
