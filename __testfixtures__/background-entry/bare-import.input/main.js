import merge from 'lodash';

merge();
