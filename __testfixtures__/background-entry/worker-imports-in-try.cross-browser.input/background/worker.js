'use strict';

try {
    importScripts(
        '../lib/store.js',
        './menu.js',
        '/lib/log.js'
    );
} catch (error) {
    console.error(error);
}
