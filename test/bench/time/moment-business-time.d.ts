/** It only adds methods to moment; they are declared where they are used. */
declare module 'moment-business-time';
