/** 常用意见: sentences that a reviewer writes again and again, her own and her organisation's. */
package org.chuyi.workflow.opinion;
