import browser from 'webextension-polyfill';
import { wrapStore } from 'webext-redux';
import { io } from 'socket.io-client';
import DOMPurify from 'dompurify';
import { store } from './store';

const $ = require('jquery');

wrapStore(store);
io('https://example.com').on('news', (news) => browser.runtime.sendMessage(DOMPurify.sanitize($(news).html())));
