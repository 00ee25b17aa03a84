'use strict';

try {
    if (typeof importScripts === 'function') {
        importScripts(
            '../lib/store.js',
            './menu.js',
            '/lib/log.js'
        );
    }
} catch (error) {
    console.error(error);
}
