// A menu (自定义菜单) with an item of each kind that WeChat has, for the replies that ship.
export default [
  {
    name: "便民服务",
    items: [
      { name: "今日天气", type: "CLICK", key: "tianqi" },
      { name: "有问必答", type: "CLICK", key: "youwenbida" },
      { name: "开心一笑", type: "CLICK", key: "kaixinyixiao" },
      { name: "附近门店", type: "location_select", key: "nearby" },
      { name: "官方网站", type: "VIEW", key: "https://example.com/" },
    ],
  },
  {
    name: "员工之家",
    items: [
      { name: "员工活动", type: "CLICK", key: "yuangonghuodong" },
      { name: "员工通知", type: "CLICK", key: "yuangongtongzhi" },
      { name: "修改信息", type: "CLICK", key: "xiugaixinxi" },
      { name: "我的工资", type: "CLICK", key: "mypay" },
    ],
  },
  {
    name: "扫码拍照",
    items: [
      { name: "扫码推事件", type: "scancode_push", key: "scan-push" },
      { name: "扫码带提示", type: "scancode_waitmsg", key: "scan-wait" },
      { name: "系统拍照", type: "pic_sysphoto", key: "photo" },
      { name: "拍照或相册", type: "pic_photo_or_album", key: "photo-or-album" },
      { name: "微信相册", type: "pic_weixin", key: "album" },
    ],
  },
];
