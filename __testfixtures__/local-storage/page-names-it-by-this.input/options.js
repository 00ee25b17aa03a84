'use strict';
this.localStorage.mode = 'light';
